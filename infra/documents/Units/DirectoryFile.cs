using VksServerless.Units;

namespace VksServerless.Documents.Units;

/// <summary>The directory that this version of the system ships: <c>shared/Units/units.csv</c>.</summary>
public static class DirectoryFile
{
    /// <exception cref="InvalidOperationException">The shipped file is not a directory; a fault of its author.</exception>
    public static UnitDirectory Shipped { get; } = Load();

    private static UnitDirectory Load()
    {
        using var file = typeof(UnitDirectory).Assembly.GetManifestResourceStream("units.csv")
            ?? throw new InvalidOperationException("units.csv is not embedded.");
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return DirectoryCsv.Read(content).Then(UnitDirectory.Build).Match(
            directory => directory,
            refusal =>
                throw new InvalidOperationException(
                    $"units.csv: {string.Join("; ", refusal.Errors.Select(error => $"{error.Place} {error.Rule}"))}"));
    }
}
