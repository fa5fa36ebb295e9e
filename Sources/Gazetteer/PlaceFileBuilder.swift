/// Turns a ``PlaceDraft`` into the bytes of a place file.
///
/// Stages: every place and street becomes a holder; houses are given to the holder their address
/// names (``HouseLinking``); settlements are told to holders (``SettlementLinking``); names are
/// indexed whole and by their pieces (``NameIndex``); all is written.
public enum PlaceFileBuilder {
  /// The place file of `draft`, the same bytes for the same draft.
  public static func build(_ draft: PlaceDraft) -> [UInt8] {
    var linking = HouseLinking(draft)
    linking.linkPlaces()
    linking.linkPostcodes()
    linking.linkStreets()
    var holders = linking.holders
    SettlementLinking.link(&holders, houses: linking.houses)
    var writer = PlaceFileWriter()
    writer.write(draft, holders: holders, houses: linking.houses)
    return writer.finish()
  }
}
