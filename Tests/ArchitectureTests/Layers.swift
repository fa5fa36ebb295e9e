/// The layers of the program: what each target may import of ours and from outside.
enum Layers {
  static let words: Set<String> = ["Quantities", "FieldModel"]

  /// The C library, under its names on the systems we build for; functions of mathematics.
  static let platform: Set<String> = ["Glibc", "Darwin"]

  /// The table that `Package.swift` and the architecture article show.
  static let allowed: [String: Set<String>] = [
    "Quantities": [],
    "FieldModel": ["Quantities"],
    "RoadNetwork": ["Quantities", "CLanes"],
    "RouteSolver": ["Quantities"],
    "Gazetteer": ["Quantities"],
    "RoutingFiles": ["Quantities", "RouteSolver"],
    "RouteChecking": ["Quantities", "RouteSolver"],
    "YamlFiles": words.union(["Yams"]),
    "MapBuilding": words.union([
      "RoadNetwork", "Gazetteer", "COsmium", "CZlib", "YamlFiles", "Yams",
    ]),
    "CaseImport": words.union(["Yams"]),
    "VisitRules": words.union(["YamlFiles", "Yams"]),
    "Planning": words.union(["RoadNetwork", "RouteSolver", "Gazetteer", "VisitRules"]),
    "Briefing": words,
    "VisitSync": words.union(["Crypto", "CryptoExtras", "CZlib"]),
    "Press": words.union(["Briefing", "RoadNetwork", "CPangoCairo", "CQRencode"]),
    "OfficeStore": words.union(["GRDB", "Foundation"]),
    "rounds": words.union([
      "RoadNetwork", "RouteSolver", "Gazetteer", "RoutingFiles", "RouteChecking", "MapBuilding",
      "CaseImport", "VisitRules", "Planning", "Briefing", "VisitSync", "Press", "OfficeStore",
      "ArgumentParser", "Crypto", "Foundation", "FoundationNetworking", "Synchronization",
    ]),
    "DispatchDesk": words.union(["RoadNetwork"]),
    "rounds-desk": words.union([
      "RoadNetwork", "Briefing", "DispatchDesk", "ArgumentParser", "Hummingbird",
      "HummingbirdCore", "NIOCore", "Foundation", "Synchronization",
    ]),
  ]

  /// Targets that may know files, clocks and chance.
  static let edges: Set<String> = ["Press", "OfficeStore", "rounds", "rounds-desk"]
}
