using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>61/63 VKSND cấp tỉnh (96,8%) đã kiện toàn Ban Chỉ đạo; còn VKSND tỉnh Hòa Bình, VKSND tỉnh Hà Tĩnh trả lời “Không”.</summary>
internal static class LevelSentence
{
    private const string Done = "Đã ";

    public static string Of(ByLevelView level, AnnexList annexes)
    {
        var shares = level.Lines[0].Text.TrimEnd('.');
        var finding = level.Label.StartsWith(Done, StringComparison.Ordinal)
            ? $"{shares} {Words.WithinSentence(level.Label)}"
            : $"{level.Label}: {shares}";
        return finding + string.Concat(level.Named.Select(named => $"; {Rest(named, annexes)}")) + ".";
    }

    private static string Rest(LevelNames named, AnnexList annexes)
    {
        var count = UnitNames.Count(named.Groups);
        var units = count <= UnitNames.MostInSentence
            ? UnitNames.Sentence(named.Groups)
            : $"{named.Count} đơn vị{annexes.Refer(AnnexKind.Units)}";
        return named.Heading == ByLevelView.NothingKnown
            ? $"chưa có số liệu của {units}"
            : $"còn {units} {Words.WithinSentence(named.Heading)}";
    }
}
