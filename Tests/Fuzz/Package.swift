// swift-tools-version: 6.2

import PackageDescription

// Built by `scripts/fuzz`, which adds what instruments the code and links libFuzzer.
let package = Package(
  name: "rounds-fuzz",
  dependencies: [.package(name: "rounds", path: "../..")],
  targets: [
    .target(name: "CLibFuzzer"),
    .target(name: "FuzzDriver", dependencies: ["CLibFuzzer"]),
    .executableTarget(
      name: "road-file-fuzz",
      dependencies: ["FuzzDriver", .product(name: "FuzzTargets", package: "rounds")]),
    .executableTarget(
      name: "extract-pbf-fuzz",
      dependencies: ["FuzzDriver", .product(name: "FuzzTargets", package: "rounds")]),
    .executableTarget(
      name: "extract-xml-fuzz",
      dependencies: ["FuzzDriver", .product(name: "FuzzTargets", package: "rounds")]),
    .executableTarget(
      name: "visit-log-fuzz",
      dependencies: ["FuzzDriver", .product(name: "FuzzTargets", package: "rounds")]),
    .executableTarget(
      name: "trip-pack-fuzz",
      dependencies: ["FuzzDriver", .product(name: "FuzzTargets", package: "rounds")]),
    .executableTarget(
      name: "key-backup-fuzz",
      dependencies: ["FuzzDriver", .product(name: "FuzzTargets", package: "rounds")]),
    .executableTarget(
      name: "sync-seeds", dependencies: [.product(name: "FuzzTargets", package: "rounds")]),
  ],
  swiftLanguageModes: [.v6]
)
