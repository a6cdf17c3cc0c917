import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import css from './Section.module.css';

type SectionProps = {
  title: string;
  /** So that a link can lead straight to it. */
  anchor?: string;
  lead?: ComponentChildren;
  children?: ComponentChildren;
};

/** A part of a page, ruled off from the part before it. */
export const Section = ({ title, anchor, lead, children }: SectionProps) => {
  const id = useId();
  return (
    <section id={anchor} class={css.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p class={css.lead}>{lead}</p>}
      {children}
    </section>
  );
};
