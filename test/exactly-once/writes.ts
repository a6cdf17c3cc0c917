import { expect } from 'vitest';
import type { Send } from '../../shared/client/session.ts';
import { StoredRecord } from '../../shared/contract/records.ts';
import { labelOf } from './bodies.ts';

/** Sees what the Worker wrote, whether anybody hears of it or not. */
export const createWitness = () => {
  const written = new Map<string, string>();
  return {
    watch:
      (send: Send): Send =>
      async (address, init) => {
        const response = await send(address, init);
        const isPut = init.method === 'PUT' && !address.includes('/files/') && response.ok;
        if (isPut) {
          const record = StoredRecord.parse(await response.clone().json());
          const { id, version, state } = record;
          written.set(`${id} version ${version}`, `${id} ${state} ${labelOf(record)}`);
        }
        return response;
      },
    /** Each edit became one version: a repeat made no second one. */
    expectNothingTwice: () => {
      const edits = [...written.values()];
      expect(edits.filter((edit, at) => edits.indexOf(edit) !== at)).toEqual([]);
    },
  };
};
