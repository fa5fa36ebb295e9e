import Quantities

/// The vehicle of each order in a plan that people know, and how many may get another.
struct CompiledChanges: ~Copyable {
  /// By order: its vehicle there, or -1; empty where change is free.
  let known: FlatBuffer<Int32>
  /// By order: the stop visited there.
  let stop: FlatBuffer<Int32>
  /// How many orders have a vehicle there.
  let count: Int
  let mostMoved: Int

  init(_ budget: ChangeBudget?, _ orders: CompiledOrders, vehicles: Int) {
    mostMoved = budget?.mostMoved ?? .max
    known = FlatBuffer(repeating: -1, count: budget == nil ? 0 : orders.count)
    stop = FlatBuffer(repeating: -1, count: budget == nil ? 0 : orders.count)
    var count = 0
    for (vehicle, route) in (budget?.plan.routes ?? []).prefix(vehicles).enumerated() {
      for stop in route where stop.position < orders.order.count {
        let order = Int(orders.order[stop.position])
        if known[order] < 0 { count += 1 }
        known[order] = Int32(vehicle)
        self.stop[order] = Int32(stop.position)
      }
    }
    self.count = count
  }

  /// Whether a visit to `stop` by `vehicle` is one that people know.
  @inline(__always)
  func keeps(stop: Int, order: Int, vehicle: Int) -> Bool {
    known.count > 0 && known[order] == Int32(vehicle) && self.stop[order] == Int32(stop)
  }
}
