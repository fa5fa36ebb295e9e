/// How text is set.
struct TextStyle: Hashable {
  /// Where lines begin.
  enum Alignment: Hashable {
    case left, centre, right
  }

  /// Size in points, never below 7 on paper.
  var size: Double
  var isBold = false
  /// Figures and letters of one width, for codes.
  var isMono = false
  var ink = Ink.black
  var alignment = Alignment.left
  /// How many lines are shown at most; 0 for all.
  var lines = 0

  static let title = TextStyle(size: 17, isBold: true)
  static let heading = TextStyle(size: 10.5, isBold: true)
  static let body = TextStyle(size: 8.5)
  static let strong = TextStyle(size: 8.5, isBold: true)
  static let small = TextStyle(size: 7.2)
  static let label = TextStyle(size: 7, ink: .grey)

  func with(ink: Ink) -> TextStyle {
    var style = self
    style.ink = ink
    return style
  }

  func aligned(_ alignment: Alignment) -> TextStyle {
    var style = self
    style.alignment = alignment
    return style
  }

  func limited(to lines: Int) -> TextStyle {
    var style = self
    style.lines = lines
    return style
  }
}

/// A colour that stays apart from its neighbours when printed in grey.
struct Ink: Hashable {
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(grey: Double) { self.init(grey, grey, grey) }

  static let black = Ink(grey: 0)
  static let grey = Ink(grey: 0.34)
  static let rule = Ink(grey: 0.72)
  static let panel = Ink(grey: 0.945)
  static let white = Ink(grey: 1)
  /// Number discs, bars and route lines.
  static let accent = Ink(0.06, 0.21, 0.38)
}

/// An upright box in points, from its upper left corner.
struct Box: Hashable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  var right: Double { x + width }
  var bottom: Double { y + height }
  var midX: Double { x + width / 2 }
  var midY: Double { y + height / 2 }

  func inset(by margin: Double) -> Box {
    Box(x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }

  func intersects(_ other: Box) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= right && point.y >= y && point.y <= bottom
  }
}

/// A place on paper in points, y downwards.
struct Point: Hashable {
  var x: Double
  var y: Double

  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

/// Points in `count` millimetres.
func mm(_ count: Double) -> Double { count * 72 / 25.4 }
