import { ApiError } from '../../client/api-error.ts';
import type { LocalRecord } from '../../local/db.ts';
import { errorText } from '../../messages/error-text.ts';
import { m } from '../../messages/paraglide/messages.js';
import { Article } from '../../ui/article/Article.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useArticle } from './use-article.ts';

type ClipCopyProps = { record: LocalRecord; name: string; language: string };

const reasonOf = (error: unknown): string =>
  error instanceof ApiError && error.code === 'offline' ? m.queue_copy_offline() : errorText(error);

/** The clean copy of an article, however far its way to this device is. */
export const ClipCopy = ({ record, name, language }: ClipCopyProps) => {
  const { article, again } = useArticle(record, name);
  if (article.state === 'loading') return <p role="status">{m.queue_copy_loading()}</p>;
  if (article.state === 'failed') {
    return (
      <Notice kind="problem" action={<Button onClick={again}>{m.common_try_again()}</Button>}>
        {reasonOf(article.error)}
      </Notice>
    );
  }
  return <Article markup={article.markup} language={language} />;
};
