import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LocalRecord } from '../../local/db.ts';
import { useApp } from '../app-context.ts';
import { bringFile } from './bring-file.ts';

/** True from the first time that the element comes near what is seen. */
const useSeen = (element: RefObject<Element | null>): boolean => {
  const [isSeen, setSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (isSeen || !element.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '50%' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [isSeen]);
  return isSeen;
};

/**
 * The address of a record's picture on this page's own origin, once `frame` comes into view; null until it is
 * there, and for good where it cannot be had: a picture is never worth an error of its own.
 */
export const usePicture = (record: LocalRecord, name: string | undefined) => {
  const { db, client } = useApp();
  const frame = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(frame);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!isSeen || !name) return;
    let url: string | null = null;
    let current = true;
    bringFile({ db, client }, record, name).then(
      (blob) => {
        if (!current) return;
        url = URL.createObjectURL(blob);
        setAddress(url);
      },
      (error: unknown) => console.info('A picture is left out.', error),
    );
    return () => {
      current = false;
      if (url) URL.revokeObjectURL(url);
      setAddress(null);
    };
  }, [db, client, record.id, name, isSeen]);
  return { frame, address };
};
