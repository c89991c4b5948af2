import { words } from '@opengoa/kernel/words';

/** What each page is for and how it is used, in one to four sentences. */
export default {
  '/{{room}}': [words('{{zh}}台账。点“登记”添加，点一行看详情。', 'The ledger: register, and open a row.')],
};
