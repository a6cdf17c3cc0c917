import { Check, Copy } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { m } from '../messages/paraglide/messages.js';
import { announce } from './announce.ts';
import { Button, type ButtonLook } from './Button.tsx';

type CopyButtonProps = { text: string; look?: ButtonLook; said?: string; children: ComponentChildren };

/** Copies, and says whether it did: a page without the permission must not claim so. */
export const CopyButton = ({ text, look = 'plain', said, children }: CopyButtonProps) => {
  const [copied, setCopied] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
      announce(said ?? m.common_copied());
    } catch (error) {
      console.info(error);
      announce(m.common_copy_by_hand());
    }
  };
  return (
    <Button look={look} onClick={copy}>
      {copied === text ? (
        <Check aria-hidden="true" size="1.25rem" />
      ) : (
        <Copy aria-hidden="true" size="1.25rem" />
      )}
      {children}
    </Button>
  );
};
