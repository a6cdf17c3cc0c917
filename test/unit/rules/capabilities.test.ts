import { expect, it } from 'vitest';
import { may, mayWithSpace } from '../../../shared/rules/capabilities.ts';

it('lets a host change nothing that a member wrote', () => {
  for (const kind of ['clip', 'demo', 'comment'] as const) {
    expect(may(kind, 'change', 'host', false)).toBe(false);
    expect(may(kind, 'delete', 'host', false)).toBe(false);
    expect(may(kind, 'delete', 'member', true)).toBe(true);
  }
});

it('lets nobody write a roster', () => {
  for (const action of ['create', 'change', 'delete'] as const)
    expect(may('roster', action, 'host', true)).toBe(false);
});

it('lets members leave and hosts do the rest', () => {
  expect(mayWithSpace('leave', 'member')).toBe(true);
  expect(mayWithSpace('invite', 'member')).toBe(false);
  expect(mayWithSpace('invite', 'host')).toBe(true);
});
