import Quantities

/// A holder, or one of its houses, that an address may mean.
struct Candidate {
  var holder: UInt32
  /// The house, if one was found.
  var house: Int?
  var coordinate: Coordinate
  var isEntrance = false
  var precision: PlaceMatch.Precision
  var radius: Double
  /// The outcome of each part of the query.
  var outcomes: [AddressPart.Outcome]
  /// What the matched parts weigh, and what all parts weigh.
  var earned = 0.0
  var possible = 0.0
  /// Brought down by what contradicts.
  var trust = 1.0

  var score: Double { possible > 0 ? min(1, earned / possible * trust) : 0 }

  mutating func count(
    _ part: Int, weight: Double, credit: Double, as outcome: AddressPart.Outcome
  ) {
    possible += weight
    earned += weight * credit
    outcomes[part] = outcome
  }
}
