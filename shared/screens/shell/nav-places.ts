import { BookOpen, Clapperboard, Users, Video } from 'lucide-preact';
import type { Id } from '../../contract/ids.ts';
import { m } from '../../messages/paraglide/messages.js';
import type { NavPlace } from '../../ui/PageFrame.tsx';
import { places } from '../places.ts';

export type Place = 'queue' | 'feed' | 'record' | 'people';

const navigation = [
  { place: 'queue', label: m.common_nav_queue, icon: BookOpen },
  { place: 'feed', label: m.common_nav_feed, icon: Clapperboard },
  { place: 'record', label: m.common_nav_record, icon: Video },
  { place: 'people', label: m.common_nav_people, icon: Users },
] as const;

/** A clip that is read belongs to the queue, a demo that is watched to the feed. */
const within: Readonly<Record<string, Place>> = {
  queue: 'queue',
  read: 'queue',
  feed: 'feed',
  demo: 'feed',
  record: 'record',
  people: 'people',
};

/** Of a path below `/g/<space>/`. */
export const placeOf = (path: string): Place | null => within[path.split('/')[3] ?? ''] ?? null;

export const placesOf = (group: Id, current: Place | null): NavPlace[] =>
  navigation.map(({ place, label, icon }) => ({
    href: places[place](group),
    label: label(),
    icon,
    current: place === current,
  }));
