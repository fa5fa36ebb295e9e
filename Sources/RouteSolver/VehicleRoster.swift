/// Which vehicles have stops; of equal ones that have none, the first at hand stands for all.
final class VehicleRoster {
  /// How many kinds of vehicles there are.
  let kindCount: Int
  /// By vehicle.
  private let kind: FlatBuffer<Int32>
  /// By kind: where its vehicles lie in `members`, one past the end being the next entry.
  private let offset: FlatBuffer<Int32>
  /// By kind, those with stops first.
  private let members: FlatBuffer<Int32>
  /// By vehicle: where it lies in `members`.
  private let place: FlatBuffer<Int32>
  /// By kind: how many have stops.
  private let usedCount: FlatBuffer<Int32>

  /// A roster on which nobody has stops.
  init(_ problem: CompiledProblem) {
    let vehicles = problem.vehicleCount
    var kinds = Array(repeating: [Int32](), count: vehicles)
    for vehicle in 0..<vehicles { kinds[Int(problem.twin[vehicle])].append(Int32(vehicle)) }
    kinds.removeAll(where: \.isEmpty)
    kindCount = kinds.count
    kind = FlatBuffer(repeating: 0, count: vehicles)
    offset = FlatBuffer(repeating: 0, count: kinds.count + 1)
    members = FlatBuffer(Array(kinds.joined()))
    place = FlatBuffer(repeating: 0, count: vehicles)
    usedCount = FlatBuffer(repeating: 0, count: kinds.count)
    for (number, vehicles) in kinds.enumerated() {
      offset[number + 1] = offset[number] + Int32(vehicles.count)
      for (position, vehicle) in vehicles.enumerated() {
        kind[Int(vehicle)] = Int32(number)
        place[Int(vehicle)] = offset[number] + Int32(position)
      }
    }
  }

  /// Becomes the same as `other`, of the same problem.
  func copy(_ other: VehicleRoster) {
    members.copy(from: other.members)
    place.copy(from: other.place)
    usedCount.copy(from: other.usedCount)
  }

  /// The places, for ``vehicle(at:)``, of the vehicles of a kind that have stops.
  @inline(__always)
  func used(kind: Int) -> Range<Int> {
    Int(offset[kind])..<Int(offset[kind] + usedCount[kind])
  }

  /// A vehicle of a kind that has no stops and is one of `some`, or -1.
  @inline(__always)
  func unused(kind: Int, among some: borrowing FlatBuffer<Bool>) -> Int {
    var position = offset[kind] + usedCount[kind]
    while position < offset[kind + 1] {
      let vehicle = Int(members[Int(position)])
      if some[vehicle] { return vehicle }
      position += 1
    }
    return -1
  }

  /// A vehicle like `vehicle` that has no stops and is one of `some`, or -1.
  func unused(like vehicle: Int, among some: borrowing FlatBuffer<Bool>) -> Int {
    unused(kind: Int(kind[vehicle]), among: some)
  }

  /// The vehicle at one of the places that ``used(kind:)`` gives.
  @inline(__always)
  func vehicle(at position: Int) -> Int { Int(members[position]) }

  /// How many vehicles have stops.
  var usedTotal: Int {
    var total = 0
    for kind in 0..<kindCount { total += Int(usedCount[kind]) }
    return total
  }

  /// Notes that `vehicle` has got its first stop.
  func use(_ vehicle: Int) {
    let kind = Int(kind[vehicle])
    swap(vehicle, to: offset[kind] + usedCount[kind])
    usedCount[kind] += 1
  }

  /// Notes that `vehicle` has lost its last stop.
  func free(_ vehicle: Int) {
    let kind = Int(kind[vehicle])
    usedCount[kind] -= 1
    swap(vehicle, to: offset[kind] + usedCount[kind])
  }

  private func swap(_ vehicle: Int, to target: Int32) {
    let old = place[vehicle]
    let other = members[Int(target)]
    members[Int(old)] = other
    place[Int(other)] = old
    members[Int(target)] = Int32(vehicle)
    place[vehicle] = target
  }
}
