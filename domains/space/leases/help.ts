import { words, type Words } from '@opengoa/kernel/words';

export default {
  '/space/leases': [
    words(
      '出租、出借和租用都登记在这里：房间、对方、期限、租金和批准文号。',
      'What is rented out, lent out and rented in: rooms, party, period, rent and paper.',
    ),
    words(
      '办公用房管理员登记，单位负责人审批；生效后房间状态自动变为出租或出借，终止后变回闲置。',
      'The space clerk proposes, whoever answers for the unit approves; the rooms change their state with it.',
    ),
  ],
  '/space/leases/{id}': [
    words(
      '一份租借的约定、各期应缴和收付记录。出租收入实行收支两条线，登记缴入国库的日期和票据号。',
      'The terms of a lease, what is owed and what was paid. Income goes to the treasury and is recorded with its receipt.',
    ),
  ],
  '/space/rents': [
    words(
      '每一笔租金收付。登记错的用“冲销”，记录保留，不再计入。',
      'Every payment. What was entered wrongly is struck: it stays and counts no more.',
    ),
  ],
  '/space/rents-due': [
    words(
      '过了应缴日仍未登记的租金，从多到少。点对方名称打开租借，补登记或催缴。',
      'Rent past its day, the largest first. Open a lease to record what was paid, or to ask for it.',
    ),
  ],
} satisfies Readonly<Record<string, readonly Words[]>>;
