/// The best ways on at each depth of a step, most gain first.
struct TourOptions: ~Copyable {
  /// A change of the path and what it leaves: the gain so far and the node that begins the path.
  struct Option: BitwiseCopyable {
    var gain = 0
    var start: Int32 = 0
    var kind: Int32 = 0
    var first: Int32 = 0
    var last: Int32 = 0
  }

  /// How many depths there are.
  let depths: Int
  private let width: Int
  private let breadth: FlatBuffer<Int32>
  private let options: FlatBuffer<Option>
  private let counts: FlatBuffer<Int32>

  /// Keeps up to `breadth` options at each depth.
  init(breadth: [Int]) {
    depths = breadth.count
    width = breadth.max() ?? 1
    self.breadth = FlatBuffer(breadth.map { Int32($0) })
    options = FlatBuffer(repeating: Option(), count: depths * width)
    counts = FlatBuffer(repeating: 0, count: depths)
  }

  @inline(__always)
  func begin(_ depth: Int) { counts[depth] = 0 }

  @inline(__always)
  func count(_ depth: Int) -> Int { Int(counts[depth]) }

  @inline(__always)
  func option(_ depth: Int, _ number: Int) -> Option { options[depth &* width &+ number] }

  /// Keeps `option` if it is among the best at its depth.
  @inline(__always)
  func offer(_ option: Option, _ depth: Int) {
    let row = depth &* width
    var place = row &+ Int(counts[depth])
    if place == row &+ Int(breadth[depth]) {
      place &-= 1
      if options[place].gain >= option.gain { return }
    } else {
      counts[depth] &+= 1
    }
    while place > row, options[place &- 1].gain < option.gain {
      options[place] = options[place &- 1]
      place &-= 1
    }
    options[place] = option
  }
}
