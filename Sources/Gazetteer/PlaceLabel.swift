/// Writes what was found the way each language writes an address.
struct PlaceLabel {
  let file: PlaceFile

  /// The label in each language of the holder's names, the signposted one first.
  func labels(holder id: UInt32, house: Int?) -> [PlaceDraft.Name] {
    let found = house.map { file.house($0) }
    let street = found.flatMap { $0.holder == PlaceFile.none ? nil : $0.holder } ?? id
    let holder = file.holder(street)
    let own = found.flatMap { $0.place == PlaceFile.none || $0.place == street ? nil : $0.place }
    let around = own ?? (holder.locality == PlaceFile.none ? holder.district : holder.locality)
    let context = around == PlaceFile.none ? nil : file.holder(around)
    let number = found.map { file.string($0.text) }
    var labels: [PlaceDraft.Name] = []
    for index in holder.names.prefix(12) {
      let name = file.name(index)
      let place = context.flatMap { self.name(of: $0, language: name.language) } ?? ""
      let text = Self.compose(name: name.text, number: number, place: place)
      labels.append(PlaceDraft.Name(language: name.language, text: text))
    }
    return labels
  }

  private func name(of holder: PlaceFile.Holder, language: String) -> String? {
    let names = holder.names.map { file.name($0) }
    return (names.first { $0.language == language } ?? names.first)?.text
  }

  /// `14 Green Street, Ryde` or `清溪县河东路128号`.
  private static func compose(name: String, number: String?, place: String) -> String {
    let tokens = NameToken.tokens(of: name)
    guard tokens.contains(where: { $0.kind == .ideograph }),
      !tokens.contains(where: { $0.kind == .word })
    else {
      let street = number.map { "\($0) \(name)" } ?? name
      return place.isEmpty ? street : "\(street), \(place)"
    }
    let isBare = number?.allSatisfy { $0.isASCII } ?? false
    let house = number.map { isBare ? "\($0)号" : $0 } ?? ""
    let isChinese = place.unicodeScalars.contains(where: LetterFolding.isIdeographic)
    return (isChinese ? place : "") + name + house
  }
}
