import { useId } from 'preact/hooks';
import type { Id } from '../../contract/ids.ts';
import { limits } from '../../contract/limits.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Field } from '../../ui/Field.tsx';
import { Room } from '../../ui/Room.tsx';
import { useEntries } from '../library/use-entries.ts';

type StrategyFieldProps = {
  space: Id;
  value: string;
  error: string | undefined;
  onInput: (value: string) => void;
};

const familiar = (): string[] => [
  m.record_strategy_exit_tickets(),
  m.record_strategy_think_pair_share(),
  m.record_strategy_wait_time(),
  m.record_strategy_retrieval(),
  m.record_strategy_jigsaw(),
];

/** Free words; the group's own are offered first, so that one strategy keeps one name. */
export const StrategyField = ({ space, value, error, onInput }: StrategyFieldProps) => {
  const listId = useId();
  const demos = useEntries('demo', space) ?? [];
  const offered = new Set([...demos.map(({ body }) => body.strategy), ...familiar()]);
  return (
    <Field
      label={m.record_strategy()}
      hint={m.record_strategy_hint()}
      error={error}
      note={<Room text={value} limit={limits.tagLength} />}
    >
      {(wiring) => (
        <>
          <input
            {...wiring}
            type="text"
            dir="auto"
            autocomplete="off"
            list={listId}
            value={value}
            aria-required
            onInput={(event) => onInput(event.currentTarget.value)}
          />
          <datalist id={listId}>
            {[...offered].map((strategy) => (
              <option key={strategy} value={strategy} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
};
