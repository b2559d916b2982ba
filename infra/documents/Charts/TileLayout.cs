using System.Globalization;
using VksServerless.Units;

namespace VksServerless.Documents.Charts;

/// <summary>Where the tiles of a map lie; from tiles.csv, one map for the 63 provinces up to June 2025 and one for the 34 after.</summary>
internal sealed class TileLayout
{
    private readonly Dictionary<UnitCode, TilePlace> _places;

    private TileLayout(IEnumerable<TilePlace> places)
    {
        Places = [.. places];
        _places = Places.ToDictionary(place => place.Code);
    }

    public static IReadOnlyList<TileLayout> Maps { get; } = Read();

    /// <summary>In the order of the file, which is from north to south.</summary>
    public IReadOnlyList<TilePlace> Places { get; }

    public int Rows => Places.Max(place => place.Row) + 1;

    /// <summary>The map that knows most of these units.</summary>
    public static TileLayout For(IEnumerable<UnitCode> units)
    {
        var codes = units.ToList();
        return Maps.MaxBy(map => codes.Count(map._places.ContainsKey))!;
    }

    public TilePlace? Find(UnitCode unit) => _places.GetValueOrDefault(unit);

    private static IReadOnlyList<TileLayout> Read()
    {
        using var file = new StreamReader(typeof(TileLayout).Assembly.GetManifestResourceStream("tiles.csv")!);
        return [.. file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(cells => cells[0], cells => new TilePlace(
                UnitCode.Of(cells[1]), cells[2], int.Parse(cells[3], CultureInfo.InvariantCulture),
                int.Parse(cells[4], CultureInfo.InvariantCulture)))
            .Select(map => new TileLayout(map))];
    }
}

/// <param name="Short">How the province is abbreviated.</param>
internal sealed record TilePlace(UnitCode Code, string Short, int Column, int Row);
