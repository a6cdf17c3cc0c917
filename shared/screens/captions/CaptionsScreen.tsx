import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import { may } from '../../rules/capabilities.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { Title } from '../../ui/Title.tsx';
import { UserText } from '../../ui/UserText.tsx';
import { useApp } from '../app-context.ts';
import { useEntry } from '../library/use-entries.ts';
import { places } from '../places.ts';
import { NotFoundScreen } from '../shell/NotFoundScreen.tsx';
import { useTitle } from '../use-title.ts';
import { DemoCaptions } from './DemoCaptions.tsx';

/** The captions of a demo that is live, for who may change it: its author. */
export const CaptionsScreen = ({ space, record }: { space: Id; record: Id }) => {
  const demo = useEntry('demo', space, record);
  const { me } = useApp();
  useTitle(m.captions_title());
  if (demo === undefined) return null;
  if (demo === null || !may('demo', 'change', 'member', demo.record.author === me.id))
    return <NotFoundScreen />;
  return (
    <>
      <p>
        <a href={places.demo(space, record)}>{m.captions_back()}</a>
      </p>
      <Title lead={m.captions_lead()}>
        <Sentence say={(title) => m.captions_of({ title })} part={<UserText text={demo.body.title} />} />
      </Title>
      <DemoCaptions demo={demo} />
    </>
  );
};
