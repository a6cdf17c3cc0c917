import css from './Connect.module.css';

/**
 * An origin as the browser writes it, with its host standing out. Foreign letters are in punycode, so that no
 * look-alike reads as the group's own address.
 */
export const Origin = ({ origin }: { origin: string }) => {
  const { protocol, host } = new URL(origin);
  return (
    <bdi dir="ltr" class={css.origin}>
      {`${protocol}//`}
      <strong>{host}</strong>
    </bdi>
  );
};
