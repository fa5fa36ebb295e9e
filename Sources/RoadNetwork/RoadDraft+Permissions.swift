public import Quantities

extension RoadDraft {
  /// How each travel mode may use a way in one direction; as a dictionary, but without memory of its
  /// own, since a city has a hundred thousand of them.
  public struct Permissions: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var speeds = SIMD8<UInt16>.zero
    private var given: UInt8 = 0
    private var endsOnly: UInt8 = 0

    /// The permissions listed; of two for one mode the later counts.
    public init(dictionaryLiteral elements: (TravelMode, Permission)...) {
      for (mode, permission) in elements { self[mode] = permission }
    }

    /// Whether nobody may go.
    public var isEmpty: Bool { given == 0 }

    /// The permission of a mode; `nil` if it may not go.
    public subscript(mode: TravelMode) -> Permission? {
      get {
        let (lane, bit) = Self.place(mode)
        guard given & bit != 0 else { return nil }
        return Permission(speed: speeds[lane], endsOnly: endsOnly & bit != 0)
      }
      set {
        let (lane, bit) = Self.place(mode)
        given = newValue == nil ? given & ~bit : given | bit
        speeds[lane] = newValue?.speed ?? 0
        endsOnly = newValue?.endsOnly == true ? endsOnly | bit : endsOnly & ~bit
      }
    }

    /// Takes over the permissions of modes that have none here.
    public mutating func fill(from other: Permissions) {
      for mode in TravelMode.allCases where self[mode] == nil { self[mode] = other[mode] }
    }

    private static func place(_ mode: TravelMode) -> (lane: Int, bit: UInt8) {
      let lane = Int(mode.fileCode)
      return (lane, 1 << UInt8(lane))
    }
  }
}
