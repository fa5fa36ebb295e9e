/// An address as it was read: its parts in the order they were written.
struct AddressQuery {
  /// A place that a name may mean, and how alike the two names are, 0 … 1.
  struct Hit: Hashable {
    var holder: UInt32
    var similarity: Double
  }

  enum Meaning {
    /// A name; without hits it is not on the map.
    case name([Hit])
    /// A number, and the part it belongs to.
    case number(HouseNumber, of: Int?)
    /// Says nothing about where.
    case silent
  }

  struct Part {
    var kind: AddressPart.Kind
    var tokens: Range<Int>
    var meaning: Meaning

    var hits: [Hit] {
      if case .name(let hits) = meaning { hits } else { [] }
    }
  }

  var scalars: [Unicode.Scalar]
  var tokens: [NameToken]
  var parts: [Part]

  /// The words of a part as they were written.
  func text(of part: Part) -> String {
    let start = tokens[part.tokens.lowerBound].range.lowerBound
    let end = tokens[part.tokens.upperBound - 1].range.upperBound
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text)
  }
}
