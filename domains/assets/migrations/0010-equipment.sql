-- 设备家具配置: whom a unit counts, and which item of the standard a card is.

create table assets.headcount (
  node_id int not null default kernel.node(),
  id uuid not null,
  unit_id uuid not null,
  from_day date not null,
  establishment int not null check (establishment >= 0),
  -- Null: counted from the organisation, and from the ledger of space.
  actual int check (actual >= 0),
  seniors int not null default 0 check (seniors >= 0),
  offices int check (offices >= 0),
  secrecy text not null default 'ordinary' check (secrecy in ('ordinary', 'secret')),
  paper text not null default '',
  set_name text not null,
  set_at timestamptz not null,
  primary key (node_id, id),
  unique (node_id, unit_id, from_day)
);
call kernel.guard('assets.headcount', null, null);

-- The item of the standard that a card is: by its own words where it has them, by its class of GB/T 14885-2022 otherwise; null for anything else.
create function assets.equipment_of(item text, class text) returns text language sql immutable parallel safe as $$
  select coalesce(
    case item
      when 'desktop' then 'desktop' when '台式计算机' then 'desktop' when '台式机' then 'desktop'
      when 'notebook' then 'notebook' when '便携式计算机' then 'notebook' when '笔记本电脑' then 'notebook'
      when 'printer-a4' then 'printer-a4' when 'A4黑白打印机' then 'printer-a4'
      when 'printer-a4-colour' then 'printer-a4-colour' when 'A4彩色打印机' then 'printer-a4-colour'
      when 'printer-a3' then 'printer-a3' when 'A3黑白打印机' then 'printer-a3'
      when 'printer-a3-colour' then 'printer-a3-colour' when 'A3彩色打印机' then 'printer-a3-colour'
      when 'receipt-printer' then 'receipt-printer' when '票据打印机' then 'receipt-printer'
      when 'copier' then 'copier' when '复印机' then 'copier'
      when 'multifunction' then 'multifunction' when '一体机/传真机' then 'multifunction' when '多功能一体机' then 'multifunction'
      when 'scanner' then 'scanner' when '扫描仪' then 'scanner'
      when 'shredder' then 'shredder' when '碎纸机' then 'shredder'
      when 'projector' then 'projector' when '投影仪' then 'projector'
      when 'desk' then 'desk' when '办公桌' then 'desk'
      when 'chair' then 'chair' when '办公椅' then 'chair'
      when 'sofa-three' then 'sofa-three' when '三人沙发' then 'sofa-three'
      when 'sofa-single' then 'sofa-single' when '单人沙发' then 'sofa-single'
      when 'tea-table-large' then 'tea-table-large' when '大茶几' then 'tea-table-large'
      when 'tea-table-small' then 'tea-table-small' when '小茶几' then 'tea-table-small'
      when 'visitor-chair' then 'visitor-chair' when '桌前椅' then 'visitor-chair'
      when 'bookcase' then 'bookcase' when '书柜' then 'bookcase'
      when 'file-cabinet' then 'file-cabinet' when '文件柜' then 'file-cabinet'
      when 'wardrobe' then 'wardrobe' when '更衣柜' then 'wardrobe'
      when 'secure-cabinet' then 'secure-cabinet' when '保密柜' then 'secure-cabinet'
      when 'tea-cabinet' then 'tea-cabinet' when '茶水柜' then 'tea-cabinet'
      when 'meeting-table' then 'meeting-table' when '会议桌' then 'meeting-table'
      when 'meeting-chair' then 'meeting-chair' when '会议椅' then 'meeting-chair'
    end,
    case class
      when 'A02010105' then 'desktop' when 'A02010108' then 'notebook'
      when 'A02020100' then 'copier' when 'A02020200' then 'projector' when 'A02020400' then 'multifunction'
      when 'A02021001' then 'printer-a3' when 'A02021002' then 'printer-a3-colour'
      when 'A02021003' then 'printer-a4' when 'A02021004' then 'printer-a4-colour' when 'A02021007' then 'receipt-printer'
      when 'A02021118' then 'scanner' when 'A02021301' then 'shredder'
      when 'A05010201' then 'desk' when 'A05010202' then 'meeting-table'
      when 'A05010301' then 'chair' when 'A05010302' then 'visitor-chair' when 'A05010303' then 'meeting-chair'
      when 'A05010401' then 'sofa-three' when 'A05010402' then 'sofa-single'
      when 'A05010501' then 'bookcase' when 'A05010502' then 'file-cabinet' when 'A05010503' then 'wardrobe'
      when 'A05010504' then 'secure-cabinet' when 'A05010505' then 'tea-cabinet'
    end)
$$;
create index card_equipment on assets.card (node_id, assets.equipment_of(item, class)) where state <> 'disposed';

create view assets_read.equipment_card_v1 with (security_invoker = true) as
select node_id, id, unit_id, number, name, assets.equipment_of(item, class) as equipment, class, model, quantity, value_fen,
       (value_fen / quantity)::bigint as price_fen, value_kind, acquired_on, acquired_by, state, condition, place, search, version
  from assets.card
 where state <> 'disposed' and assets.equipment_of(item, class) is not null;

create view assets_read.headcount_v1 with (security_invoker = true) as
select node_id, id, unit_id, from_day, establishment, actual, seniors, offices, secrecy, paper, set_name, set_at from assets.headcount;
