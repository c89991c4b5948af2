/**
 * AU-08: is what a bill asks for a kWh inside the tariff?
 * @param amount in yuan
 * @param band lowest and highest price of the tariff, yuan per kWh
 */
export function priceInBand(
  kWh: number,
  amount: number,
  band: readonly [number, number],
): { readonly price: number; readonly inside: boolean } {
  const price = amount / kWh;
  return { price, inside: price >= band[0] && price <= band[1] };
}
