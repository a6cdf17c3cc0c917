import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { ButtonLink } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useEntry } from '../library/use-entries.ts';
import { places } from '../places.ts';
import { useTitle } from '../use-title.ts';
import { Demo } from './Demo.tsx';

/** One demo: the video, and what the group says of it. */
export const DemoScreen = ({ space, record }: { space: Id; record: Id }) => {
  const demo = useEntry('demo', space, record);
  useTitle(demo?.body.title ?? m.feed_title());
  if (demo === undefined) return null;
  if (demo === null) {
    return (
      <Empty
        title={m.feed_gone_title()}
        action={<ButtonLink href={places.feed(space)}>{m.feed_back()}</ButtonLink>}
      >
        <p>{m.feed_gone_words()}</p>
      </Empty>
    );
  }
  return (
    <>
      <p>
        <a href={places.feed(space)}>{m.feed_back()}</a>
      </p>
      <Demo demo={demo} />
    </>
  );
};
