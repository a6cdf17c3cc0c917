import { useEffect, useRef, useState } from 'preact/hooks';
import { m } from '../../messages/paraglide/messages.js';
import { Notice } from '../Notice.tsx';
import css from './Article.module.css';
import { cleanArticle } from './clean-article.ts';
import { dressArticle } from './dress-article.ts';

type ArticleProps = {
  /** As it was clipped, from whoever clipped it: hostile until it is cleaned here. */
  markup: string;
  /** BCP 47, or empty. */
  language: string;
};

/** The group's clean copy, set for reading. */
export const Article = ({ markup, language }: ArticleProps) => {
  const ref = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    const show = async () => {
      const article = dressArticle(await cleanArticle(markup));
      if (current) ref.current?.replaceChildren(article);
    };
    show().catch((error: unknown) => {
      console.error(error);
      if (current) setFailed(true);
    });
    return () => {
      current = false;
    };
  }, [markup]);
  if (failed) return <Notice kind="problem">{m.queue_copy_unreadable()}</Notice>;
  return <div ref={ref} class={css.article} lang={language || undefined} dir="auto" />;
};
