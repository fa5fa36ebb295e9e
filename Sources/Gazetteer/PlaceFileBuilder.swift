/// Turns a ``PlaceDraft`` into the bytes of a place file.
public enum PlaceFileBuilder {
  /// The place file of `draft`, the same bytes for the same draft.
  public static func build(_ draft: PlaceDraft) -> [UInt8] {
    []
  }
}
