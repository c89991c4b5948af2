import { words } from '@opengoa/kernel/words';

export default {
  '/assets/depreciation': [
    words(
      '截至某日的折旧：按单位和门类列出原值、本月、本年和累计折旧、净值。当月增加当月计提，提足为止，不留残值；名义金额和不提折旧的门类只列原值。',
      'Depreciation as of a day by unit and class: straight line by the month of addition, to nothing.',
    ),
    words(
      '点一行即可看到构成这一行的每一张卡片；可下载为表格。',
      'A row opens to the cards that it is the sum of; the whole downloads as a sheet.',
    ),
  ],
};
