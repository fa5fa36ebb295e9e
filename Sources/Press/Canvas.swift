import CPangoCairo

/// Paper or a picture to draw on; the one place that calls Cairo and Pango.
///
/// Lengths are points (1/72 inch), y runs downwards. A rehearsal measures text but leaves no ink,
/// so that a document can count its pages before it is drawn.
@safe
final class Canvas {
  /// What is drawn on.
  enum Medium {
    /// Several pages; dated and titled so that the same drawing gives the same bytes.
    case pdf(title: String, date: String)
    case svg
    /// A picture of so many dots a point.
    case png(scale: Double)
  }

  let width: Double
  let height: Double
  let isRehearsal: Bool
  /// Characters that no font has a glyph for, each once, in order.
  private(set) var missingGlyphs: [Unicode.Scalar] = []

  private let medium: Medium
  private let sink = ByteSink()
  private let surface: OpaquePointer
  let context: OpaquePointer
  let layout: OpaquePointer
  var fonts: [TextStyle: FontDescription] = [:]

  /// A canvas of a size in points whose text is in `language` (BCP 47).
  init(
    _ medium: Medium, width: Double, height: Double, language: String, isRehearsal: Bool = false
  ) {
    self.medium = medium
    self.width = width
    self.height = height
    self.isRehearsal = isRehearsal
    let write: cairo_write_func_t = { closure, data, length in
      guard let closure = unsafe closure, let data = unsafe data else {
        return CAIRO_STATUS_WRITE_ERROR
      }
      // SAFETY: `closure` is the canvas's own sink, alive until the surface is destroyed.
      let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
      unsafe sink.append(UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }
    let target = unsafe Unmanaged.passUnretained(sink).toOpaque()
    switch medium {
    case .pdf(let title, let date):
      unsafe surface = cairo_pdf_surface_create_for_stream(write, target, width, height)
      unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
      unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Rounds")
      unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
      unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date)
    case .svg:
      unsafe surface = cairo_svg_surface_create_for_stream(write, target, width, height)
      unsafe cairo_svg_surface_set_document_unit(surface, CAIRO_SVG_UNIT_PT)
    case .png(let scale):
      let columns = Int32((width * scale).rounded(.up))
      let rows = Int32((height * scale).rounded(.up))
      unsafe surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows)
    }
    unsafe context = cairo_create(surface)
    if case .png(let scale) = medium { unsafe cairo_scale(context, scale, scale) }
    unsafe layout = pango_cairo_create_layout(context)
    prepareText(language: language)
    paintPaper()
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(layout))
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  /// Ends the drawing and hands over the file.
  func finish() -> [UInt8] {
    if case .png = medium {
      let target = unsafe Unmanaged.passUnretained(sink).toOpaque()
      _ = unsafe cairo_surface_write_to_png_stream(
        surface,
        { closure, data, length in
          guard let closure = unsafe closure, let data = unsafe data else {
            return CAIRO_STATUS_WRITE_ERROR
          }
          // SAFETY: As in `init`.
          let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
          unsafe sink.append(UnsafeBufferPointer(start: data, count: Int(length)))
          return CAIRO_STATUS_SUCCESS
        }, target)
    }
    unsafe cairo_surface_finish(surface)
    return sink.bytes
  }

  /// Ends a page of a PDF file and begins the next.
  func endPage() {
    guard !isRehearsal else { return }
    unsafe cairo_show_page(context)
  }

  func noteMissingGlyph(of scalar: Unicode.Scalar) {
    if !missingGlyphs.contains(scalar) { missingGlyphs.append(scalar) }
  }

  private func paintPaper() {
    guard case .png = medium else { return }
    fill(Box(x: 0, y: 0, width: width, height: height), .white)
  }
}
