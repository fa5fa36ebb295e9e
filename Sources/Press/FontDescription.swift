import CPangoCairo

/// A typeface at a size, as Pango wants it.
@safe
final class FontDescription {
  let pointer: OpaquePointer

  /// The fonts of a family for absolute sizes in points.
  init?(family: String, size: Double, isBold: Bool) {
    guard let made = unsafe pango_font_description_new() else { return nil }
    unsafe pango_font_description_set_family(made, family)
    unsafe pango_font_description_set_absolute_size(made, size * Double(PANGO_SCALE))
    if isBold { unsafe pango_font_description_set_weight(made, PANGO_WEIGHT_BOLD) }
    unsafe pointer = unsafe made
  }

  deinit { unsafe pango_font_description_free(pointer) }
}
