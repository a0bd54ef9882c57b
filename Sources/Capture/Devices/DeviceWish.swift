/// The name by which alsa-lib opens what a person asked for with `--device`.
///
/// The first of these that fits, upper and lower case alike from the second on:
/// 1. a name of `present`, as it is;
/// 2. a sound card by its number, its id or `CARD=id`: the card's first input, as in `hw:1`;
/// 3. the whole title of one, then a part of the title, unless it is a number: the 7 in "ALC257" means nobody;
/// 4. `wish` itself: alsa-lib knows more names than it lists, and says so of one that it does not know.
/// - Throws: `ambiguousDevice` where several titles fit.
package func deviceName(
  meantBy wish: String, among present: [CaptureDevice]
) throws(CaptureError) -> String {
  if present.contains(where: { $0.name == wish }) { return wish }
  let lowercased = wish.lowercased()
  let card = lowercased.hasPrefix("card=") ? String(lowercased.dropFirst("card=".count)) : lowercased
  let onCard = present.first { device in
    device.card.map { lowercased == "\($0.number)" || card == $0.id.lowercased() } ?? false
  }
  if let onCard { return onCard.name }
  let titled = present.filter { $0.title.lowercased() == lowercased }
  let isPart = titled.isEmpty && !wish.isEmpty && Int(wish) == nil
  let matches = isPart ? present.filter { $0.title.lowercased().contains(lowercased) } : titled
  guard matches.count < 2 else { throw .ambiguousDevice(wish, matches: matches) }
  return matches.first?.name ?? wish
}
