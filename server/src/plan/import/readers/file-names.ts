/** The domain that a file is named for: `contoso.com.csv`, `db.contoso.com`. */
export function domainInName(source: string): string | undefined {
  const name = source.replace(/^.*[\\/]/, '').replace(/^db\./i, '');
  const domain = name.replace(/(?:\.(?:dns|zone|db|txt|hosts|csv|json))+$/i, '');
  return /^(?:[\w-]+\.)+[a-z][\w-]+$/i.test(domain) ? domain : undefined;
}
