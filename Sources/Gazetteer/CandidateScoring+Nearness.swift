import Quantities

// How near a candidate lies to the other places that an address names.
extension CandidateScoring {
  /// 1 when the candidate lies in or at `other`, less when it lies beside it, 0 when it does not.
  func closeness(
    of other: UInt32, to candidate: Candidate, at holder: PlaceFile.Holder
  ) -> Double {
    if other == candidate.holder || other == holder.locality || other == holder.district {
      return 1
    }
    if let house = candidate.house.map({ file.house($0) }) {
      if other == house.place || other == house.postcode || other == house.holder { return 1 }
    }
    let context = file.holder(other)
    let plane = Plane(at: candidate.coordinate)
    switch context.kind {
    case .street, .compound, .landmark:
      let metres = metres(from: candidate.coordinate, to: context)
      return metres <= 400 ? 1 : metres <= 1000 ? 0.6 : 0
    case .postcode:
      let metres = plane.metres(to: context.coordinate)
      let isWrongHouse = candidate.house.map { file.house($0).postcode != PlaceFile.none } ?? false
      if metres <= max(300, context.radius) { return isWrongHouse ? 0.5 : 0.8 }
      return metres <= 1500 ? 0.3 : 0
    default:
      return closeness(to: context, from: plane) * rivalry(of: context, candidate, at: holder)
    }
  }

  private func closeness(to settlement: PlaceFile.Holder, from plane: Plane) -> Double {
    let count = settlement.points.count
    if plane.isInside(ringOf: count, point: { outline(settlement, $0) }) { return 1 }
    let metres = plane.metres(to: settlement.coordinate)
    if metres <= settlement.radius { return 1 }
    if metres <= 1.6 * settlement.radius + 300 { return 0.8 }
    return metres <= 3 * settlement.radius + 1000 ? 0.4 : 0
  }

  /// Less than 1 when the candidate is known to belong to another settlement than `context`: half
  /// for a settlement of the same size, most for a smaller one that may be a part of it.
  private func rivalry(
    of context: PlaceFile.Holder, _ candidate: Candidate, at holder: PlaceFile.Holder
  ) -> Double {
    guard context.kind.isSettlement, context.kind != .city else { return 1 }
    let stated = candidate.house.map { file.house($0).place }
    let home = stated == nil || stated == PlaceFile.none ? holder.locality : stated
    guard let home, home != PlaceFile.none, home != candidate.holder else { return 1 }
    let kind = file.kind(of: home)
    guard kind.isSettlement else { return 1 }
    return kind.rawValue > context.kind.rawValue ? 0.8 : 0.5
  }

  private func outline(_ holder: PlaceFile.Holder, _ index: Int) -> Coordinate {
    file.point(holder.points.lowerBound + index)
  }

  func metres(from point: Coordinate, to holder: PlaceFile.Holder) -> Double {
    let plane = Plane(at: point)
    let start = plane.metres(to: holder.coordinate)
    if start > holder.radius + 30_000 { return start }
    return (Array(holder.points) + holder.entrances).reduce(start) {
      min($0, plane.metres(to: file.point($1)))
    }
  }
}
