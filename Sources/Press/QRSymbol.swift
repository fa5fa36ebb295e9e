import CQRencode

/// A QR symbol as a grid of dark and light modules, error level M.
struct QRSymbol {
  /// Modules along one side, quiet zone not counted.
  let side: Int
  /// Whether a module is dark, row by row.
  let isDark: [Bool]

  /// The smallest symbol that says `text`; `nil` when it is too long.
  init?(_ text: String) {
    guard let code = unsafe QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { unsafe QRcode_free(code) }
    let width = unsafe Int(code.pointee.width)
    guard width > 0, let data = unsafe code.pointee.data else { return nil }
    side = width
    // SAFETY: libqrencode fills `data` with `width * width` bytes; the lowest bit is the colour.
    isDark = (0..<width * width).map { unsafe data[$0] & 1 == 1 }
  }

  /// The light modules that a reader needs around the symbol.
  static let quietZone = 4

  /// The side of a module in points: 0.4 mm at least.
  static let smallestModule = 0.4 * 72 / 25.4

  /// The side of the whole symbol with its quiet zone, in points, with the smallest modules.
  var smallestSide: Double { Double(side + 2 * Self.quietZone) * Self.smallestModule }

  /// Draws the symbol with its upper left corner at a place; `width` includes the quiet zone.
  func draw(on canvas: Canvas, x: Double, y: Double, width: Double) {
    let module = max(width / Double(side + 2 * Self.quietZone), Self.smallestModule)
    let origin = Double(Self.quietZone) * module
    var squares: [Point] = []
    for row in 0..<side {
      for column in 0..<side where isDark[row * side + column] {
        squares.append(
          Point(x: x + origin + Double(column) * module, y: y + origin + Double(row) * module))
      }
    }
    canvas.fillSquares(squares, side: module, .black)
  }
}
