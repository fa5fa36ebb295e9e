// swift-tools-version: 6.2

import PackageDescription

// The layers, from the words of the work down here to the command line at the end. Arrows point
// up this page only; `ArchitectureTests` reads the import lines and holds them to it.
let words: [Target.Dependency] = ["Quantities", "FieldModel"]
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird: [Target.Dependency] = [
  .product(name: "Hummingbird", package: "hummingbird"),
  .product(name: "HummingbirdCore", package: "hummingbird"),
  .product(name: "NIOCore", package: "swift-nio"),
]

let package = Package(
  name: "rounds",
  products: [
    .executable(name: "rounds", targets: ["rounds"]),
    .executable(name: "rounds-desk", targets: ["rounds-desk"]),
    // For the packages of benchmarks and fuzzers beside this one.
    .library(name: "Quantities", targets: ["Quantities"]),
    .library(name: "RouteSolver", targets: ["RouteSolver"]),
    .library(name: "RoadNetwork", targets: ["RoadNetwork"]),
    .library(name: "Gazetteer", targets: ["Gazetteer"]),
    .library(name: "MapBuilding", targets: ["MapBuilding"]),
    .library(name: "FieldModel", targets: ["FieldModel"]),
    .library(name: "VisitSync", targets: ["VisitSync"]),
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Words
    .target(name: "Quantities"),
    .target(name: "FieldModel", dependencies: ["Quantities"]),

    // Engines
    .target(name: "CLanes", cSettings: [.unsafeFlags(["-O2"])]),
    .target(name: "RoadNetwork", dependencies: ["Quantities", "CLanes"]),
    // Debug builds check exclusive access to variables: see decision 0019.
    .target(
      name: "RouteSolver", dependencies: ["Quantities"],
      swiftSettings: [
        .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
      ]),
    .target(name: "Gazetteer", dependencies: ["Quantities"]),

    // Work
    .target(name: "RoutingFiles", dependencies: ["Quantities", "RouteSolver"]),
    .target(name: "RouteChecking", dependencies: ["Quantities", "RouteSolver"]),
    .target(name: "YamlFiles", dependencies: words + [yams]),
    .target(
      name: "COsmium",
      cxxSettings: [.unsafeFlags(["-O2"])],
      linkerSettings: [
        .linkedLibrary("z"), .linkedLibrary("bz2"), .linkedLibrary("expat"),
        .linkedLibrary("lz4"), .linkedLibrary("pthread"),
      ]),
    .target(
      name: "MapBuilding",
      dependencies: words + ["RoadNetwork", "Gazetteer", "COsmium", "YamlFiles", yams],
      resources: [
        .embedInCode("Resources/car.yaml"), .embedInCode("Resources/motorcycle.yaml"),
        .embedInCode("Resources/e-bike.yaml"), .embedInCode("Resources/bicycle.yaml"),
        .embedInCode("Resources/foot.yaml"),
      ]),
    .target(name: "CaseImport", dependencies: words + [yams]),
    .target(
      name: "VisitRules", dependencies: words + ["YamlFiles", yams],
      resources: [
        .embedInCode("Resources/CN.yaml"), .embedInCode("Resources/GENERIC-STRICT.yaml"),
        .embedInCode("Resources/holidays-CN-2026.yaml"),
        .embedInCode("Resources/holidays-GB-2026.yaml"),
        .embedInCode("Resources/checklist.yaml"), .embedInCode("Resources/check-in.yaml"),
      ]),
    .target(
      name: "Planning",
      dependencies: words + ["RoadNetwork", "RouteSolver", "Gazetteer", "VisitRules"]),
    .target(name: "Briefing", dependencies: words),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "VisitSync",
      dependencies: words + [
        crypto, .product(name: "CryptoExtras", package: "swift-crypto"), "CZlib",
      ]),

    // Edges
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(
      name: "Press",
      dependencies: words + ["Briefing", "RoadNetwork", "CPangoCairo", "CQRencode"]),
    .target(name: "OfficeStore", dependencies: words + [grdb]),
    .target(name: "DispatchDesk", dependencies: words + ["RoadNetwork"]),
    .executableTarget(
      name: "rounds-desk",
      dependencies: words + hummingbird + ["RoadNetwork", "Briefing", "DispatchDesk", arguments]),
    .executableTarget(
      name: "rounds",
      dependencies: words + [
        "RoadNetwork", "RouteSolver", "Gazetteer", "RoutingFiles", "RouteChecking", "MapBuilding",
        "CaseImport", "VisitRules", "Planning", "Briefing", "VisitSync", "Press", "OfficeStore",
        arguments, crypto,
      ]),

    // Tests mirror their targets.
    .target(name: "TestSupport", dependencies: words + ["RoadNetwork"], path: "Tests/TestSupport"),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"]),
    .testTarget(name: "FieldModelTests", dependencies: words),
    .testTarget(
      name: "RoadNetworkTests",
      dependencies: ["Quantities", "RoadNetwork", "MapBuilding", "TestSupport"]),
    .testTarget(
      name: "RouteSolverTests", dependencies: ["Quantities", "RouteSolver", "RouteChecking"]),
    .testTarget(
      name: "RouteCheckingTests",
      dependencies: ["Quantities", "RouteSolver", "RouteChecking", "Briefing"]),
    .testTarget(
      name: "RoutingFilesTests",
      dependencies: ["Quantities", "RouteSolver", "RouteChecking", "RoutingFiles", "Briefing"]),
    .testTarget(name: "GazetteerTests", dependencies: ["Quantities", "Gazetteer"]),
    .testTarget(
      name: "MapBuildingTests",
      dependencies: words + ["RoadNetwork", "Gazetteer", "MapBuilding", "TestSupport"]),
    .testTarget(name: "CaseImportTests", dependencies: words + ["CaseImport", "TestSupport"]),
    .testTarget(name: "VisitRulesTests", dependencies: words + ["VisitRules", "TestSupport"]),
    .testTarget(
      name: "PlanningTests",
      dependencies: words + [
        "RoadNetwork", "RouteSolver", "Gazetteer", "VisitRules", "Planning", "TestSupport",
      ]),
    .testTarget(name: "BriefingTests", dependencies: words + ["Briefing", "TestSupport"]),
    .testTarget(
      name: "VisitSyncTests", dependencies: words + ["VisitSync", crypto],
      exclude: ["Golden", "Interoperability/jose_interop.py"]),
    .testTarget(
      name: "PressTests", dependencies: words + ["Briefing", "RoadNetwork", "Press", "TestSupport"]),
    .testTarget(
      name: "OfficeStoreTests", dependencies: words + ["OfficeStore", "TestSupport", grdb]),
    .target(
      name: "FuzzTargets", dependencies: words + ["RoadNetwork", "MapBuilding", "VisitSync"],
      path: "Tests/FuzzTargets"),
    .testTarget(
      name: "FuzzTargetsTests", dependencies: ["Quantities", "RoadNetwork", "FuzzTargets"],
      exclude: ["Crashers"]),
    .testTarget(
      name: "DispatchDeskTests",
      dependencies: words + ["RoadNetwork", "DispatchDesk", "TestSupport"]),
    .testTarget(name: "ArchitectureTests"),
    .testTarget(name: "EndToEndTests", dependencies: ["rounds", "rounds-desk"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

let foreign: Set<String> = ["COsmium", "CLanes"]
for target in package.targets where target.type != .system && !foreign.contains(target.name) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .treatAllWarnings(as: .error),
      .strictMemorySafety(),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
