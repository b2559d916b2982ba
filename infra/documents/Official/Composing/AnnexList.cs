namespace VksServerless.Documents.Official.Composing;

/// <summary>In their order; one that has nothing in it is not there.</summary>
internal enum AnnexKind
{
    Completeness,
    Nodes,
    Adjustments,
    Rankings,
    Narratives,
    Opinions,
    Rows,
    Explanations,
    Units,
}

/// <summary>Phụ lục I, II, …: which there are, and how the body refers to them.</summary>
internal sealed class AnnexList
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];

    private readonly Dictionary<AnnexKind, Annex> _annexes = [];

    private AnnexList(IEnumerable<(AnnexKind Kind, string Title, IReadOnlyList<Block> Blocks)> annexes, string attached)
    {
        foreach (var (at, (kind, title, blocks)) in annexes.Where(annex => annex.Blocks.Count > 0).Index())
        {
            _annexes[kind] = new Annex(Roman[at], title, attached, blocks);
        }
    }

    public IReadOnlyList<Annex> All => [.. _annexes.OrderBy(annex => annex.Key).Select(annex => annex.Value)];

    public static AnnexList Of(Material material) => new(
    [
        (AnnexKind.Completeness, "TÌNH HÌNH NỘP BÁO CÁO THEO ĐƠN VỊ TRỰC THUỘC", [.. CompletenessAnnex.Of(material)]),
        (AnnexKind.Nodes, "SỐ LIỆU THEO ĐƠN VỊ TRỰC THUỘC", [.. NodesAnnex.Of(material)]),
        (AnnexKind.Adjustments, "ĐIỀU CHỈNH KHI TỔNG HỢP", [.. AdjustmentsAnnex.Of(material)]),
        (AnnexKind.Rankings, "XẾP HẠNG CÁC ĐƠN VỊ", [.. RankingTables.Annex(material)]),
        (AnnexKind.Narratives, "NỘI DUNG BÁO CÁO CỦA CÁC ĐƠN VỊ", [.. NarrativesAnnex.Of(material)]),
        (AnnexKind.Opinions, "TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN", [.. OpinionsAnnex.Of(material)]),
        (AnnexKind.Rows, "BẢNG KÊ CỦA CÁC ĐƠN VỊ", [.. RowsAnnex.Of(material)]),
        (AnnexKind.Explanations, "GIẢI TRÌNH CỦA CÁC ĐƠN VỊ", [.. ExplanationsAnnex.Of(material)]),
        (AnnexKind.Units, "SỐ ĐƠN VỊ LÀM CĂN CỨ TÍNH TỶ LỆ VÀ ĐƠN VỊ CHƯA CÓ TRONG SỐ LIỆU", [.. UnitsAnnex.Of(material)]),
    ], Opening.AttachedTo(material));

    /// <summary>E.g. Phụ lục III; empty: there is none.</summary>
    public string NameOf(AnnexKind kind) => _annexes.TryGetValue(kind, out var annex) ? annex.Heading : "";

    /// <summary>In brackets, to follow a word.</summary>
    public string Refer(AnnexKind kind) => NameOf(kind) is { Length: > 0 } name ? $" ({name})" : "";
}
