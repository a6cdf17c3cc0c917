import { useEffect, useState } from 'preact/hooks';
import type { LocalRecord } from '../../local/db.ts';
import { useApp } from '../app-context.ts';
import { bringFile } from '../library/bring-file.ts';

type Article = { state: 'loading' } | { state: 'here'; markup: string } | { state: 'failed'; error: unknown };

/** The group's copy: from this device, or fetched once and kept. `again` is for after a failure. */
export const useArticle = (record: LocalRecord, name: string) => {
  const { db, client } = useApp();
  const [article, setArticle] = useState<Article>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    const show = (next: Article) => {
      if (current) setArticle(next);
    };
    show({ state: 'loading' });
    bringFile({ db, client }, record, name)
      .then((blob) => blob.text())
      .then(
        (markup) => show({ state: 'here', markup }),
        (error: unknown) => show({ state: 'failed', error }),
      );
    return () => {
      current = false;
    };
  }, [db, client, record.id, name, attempt]);
  return { article, again: () => setAttempt((count) => count + 1) };
};
