import CPangoCairo

extension Canvas {
  /// The family that has every character of GB 18030 in practice; Pango falls back from it.
  private static let family = "Noto Sans CJK SC, Noto Sans SC, sans-serif"
  /// The same letters in a face of their own: Cairo 1.16 embeds close to a megabyte of unused
  /// outlines a weight when Latin and Han characters come from one CID-keyed font.
  private static let latinFamily = "Noto Sans CJK JP, Noto Sans CJK SC, sans-serif"
  private static let monoFamily = "Noto Sans Mono CJK SC, Noto Sans Mono, monospace"

  func prepareText(language: String) {
    let textContext = unsafe pango_layout_get_context(layout)
    let options = unsafe cairo_font_options_create()
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe pango_cairo_context_set_font_options(textContext, options)
    unsafe cairo_font_options_destroy(options)
    unsafe pango_context_set_round_glyph_positions(textContext, 0)
    unsafe pango_context_set_language(textContext, pango_language_from_string(language))
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
  }

  /// The size that `text` takes when set in `style` in lines of `width`.
  func measure(_ text: String, _ style: TextStyle, width: Double? = nil) -> (
    width: Double, height: Double
  ) {
    set(text, style, width: width)
    return measured
  }

  /// Sets `text` with its upper left corner at a place and tells its height.
  @discardableResult
  func text(
    _ text: String, _ style: TextStyle, x: Double, y: Double, width: Double? = nil
  ) -> Double {
    guard !text.isEmpty else { return 0 }
    set(text, style, width: width)
    let size = measured
    guard !isRehearsal else { return size.height }
    unsafe cairo_set_source_rgb(context, style.ink.red, style.ink.green, style.ink.blue)
    unsafe cairo_move_to(context, x, y)
    unsafe pango_cairo_show_layout(context, layout)
    return size.height
  }

  /// Sets `text` around `centre`, turned by `angle` radians, with a white rim of `halo` points.
  func text(
    _ text: String, _ style: TextStyle, around centre: Point, angle: Double = 0, halo: Double = 0
  ) {
    guard !isRehearsal, !text.isEmpty else { return }
    set(text, style, width: nil)
    let size = measured
    unsafe cairo_save(context)
    unsafe cairo_translate(context, centre.x, centre.y)
    unsafe cairo_rotate(context, angle)
    unsafe cairo_new_path(context)
    unsafe cairo_move_to(context, -size.width / 2, -size.height / 2)
    if halo > 0 {
      unsafe pango_cairo_layout_path(context, layout)
      unsafe cairo_set_source_rgba(context, 1, 1, 1, 0.9)
      unsafe cairo_set_line_width(context, halo * 2)
      unsafe cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
      unsafe cairo_set_dash(context, [], 0, 0)
      unsafe cairo_stroke(context)
      unsafe cairo_move_to(context, -size.width / 2, -size.height / 2)
    }
    unsafe cairo_set_source_rgb(context, style.ink.red, style.ink.green, style.ink.blue)
    unsafe pango_cairo_show_layout(context, layout)
    unsafe cairo_restore(context)
  }

  private var measured: (width: Double, height: Double) {
    var width: Int32 = 0
    var height: Int32 = 0
    unsafe pango_layout_get_size(layout, &width, &height)
    let unit = Double(PANGO_SCALE)
    return (Double(width) / unit, Double(height) / unit)
  }

  private func set(_ text: String, _ style: TextStyle, width: Double?) {
    if let font = font(of: style) {
      unsafe pango_layout_set_font_description(layout, font.pointer)
    }
    let unit = Double(PANGO_SCALE)
    unsafe pango_layout_set_width(layout, width.map { Int32(max(1, $0) * unit) } ?? -1)
    unsafe pango_layout_set_height(layout, style.lines > 0 ? Int32(-style.lines) : -1)
    unsafe pango_layout_set_ellipsize(
      layout, style.lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE)
    let alignment =
      switch style.alignment {
      case .left: PANGO_ALIGN_LEFT
      case .centre: PANGO_ALIGN_CENTER
      case .right: PANGO_ALIGN_RIGHT
      }
    unsafe pango_layout_set_alignment(layout, alignment)
    unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
    if style.isMono {
      unsafe pango_layout_set_attributes(layout, nil)
    } else {
      setLatinRuns(of: text)
    }
    if unsafe pango_layout_get_unknown_glyphs_count(layout) > 0 { findMissingGlyphs(in: text) }
  }

  /// Gives Latin letters, digits and signs their own face.
  private func setLatinRuns(of text: String) {
    let attributes = unsafe pango_attr_list_new()
    var start: Int?
    var offset = 0
    func endRun() {
      guard let first = start, let attribute = unsafe pango_attr_family_new(Self.latinFamily)
      else { return }
      unsafe attribute.pointee.start_index = UInt32(first)
      unsafe attribute.pointee.end_index = UInt32(offset)
      unsafe pango_attr_list_insert(attributes, attribute)
      start = nil
    }
    for scalar in text.unicodeScalars {
      if scalar.value < 0x250 {
        if start == nil { start = offset }
      } else {
        endRun()
      }
      offset += scalar.utf8.count
    }
    endRun()
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
  }

  /// Sets the text character by character to find which have no glyph.
  private func findMissingGlyphs(in text: String) {
    for scalar in text.unicodeScalars {
      unsafe pango_layout_set_text(layout, String(scalar), -1)
      if unsafe pango_layout_get_unknown_glyphs_count(layout) > 0 { noteMissingGlyph(of: scalar) }
    }
    unsafe pango_layout_set_text(layout, text, Int32(text.utf8.count))
  }

  private func font(of style: TextStyle) -> FontDescription? {
    var key = style
    key.ink = .black
    key.alignment = .left
    key.lines = 0
    if let known = fonts[key] { return known }
    let font = FontDescription(
      family: style.isMono ? Self.monoFamily : Self.family, size: style.size,
      isBold: style.isBold)
    fonts[key] = font
    return font
  }
}
