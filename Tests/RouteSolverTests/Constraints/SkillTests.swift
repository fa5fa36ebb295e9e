import Quantities
import RouteSolver
import Testing

@Suite("Skills")
struct SkillTests {
  @Test("a crew needs every skill of a stop")
  func skills() throws {
    try expectEdge(
      2, binding: .skills,
      wide: {
        $0.stops[1].skills = 0b101
        $0.vehicle.skills = 0b111
      }, tight: { $0.vehicle.skills = 0b110 })
  }
}
