import type pg from 'pg'

/** Nobody's bank: no BIN begins with 999, so that no application can pay a code of the demonstration. */
const DEMONSTRATION_BANK = { bin: '999999', name: 'Ngân hàng Trình diễn' }

/** Where transfers of the demonstration communes would go to: each an account that is nobody's. */
export async function loadPaymentAccounts(owner: pg.Client): Promise<void> {
  await owner.query(
    `insert into payment_account (commune_id, bank_bin, bank_name, account_number, holder, effective_from)
     select c.id, $1, $2, '000' || regexp_replace(c.identifier_code, '\\D', '', 'g'), 'UBND ' || upper(c.name), '2010-01-01' from commune c
     where c.identifier_code like 'Z99.%' and not exists (select from payment_account a where a.commune_id = c.id)`,
    [DEMONSTRATION_BANK.bin, DEMONSTRATION_BANK.name],
  )
}
