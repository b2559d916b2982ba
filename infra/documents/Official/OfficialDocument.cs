namespace VksServerless.Documents.Official;

/// <summary>A document as NĐ 30/2020/NĐ-CP has it; everything that a renderer draws and nothing that it must work out.</summary>
internal sealed record OfficialDocument(
    DocumentFacts Facts, Letterhead Head, IReadOnlyList<Block> Body, SignatureBlock Signature, IReadOnlyList<Annex> Annexes);

/// <summary>What a file says of itself beside its content.</summary>
/// <param name="At">The instant that stands for creation and change: files carry no time of rendering.</param>
internal sealed record DocumentFacts(string Title, string Author, string Subject, DateTimeOffset At);

/// <param name="Superior">Cơ quan chủ quản; empty: none.</param>
/// <param name="Agency">The lines of the issuing agency's name.</param>
/// <param name="Kind">Tên loại, e.g. BÁO CÁO.</param>
/// <param name="Subject">Trích yếu.</param>
internal sealed record Letterhead(
    string Superior, IReadOnlyList<string> Agency, string Number, string PlaceAndDay, string Kind, string Subject)
{
    public const string State = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";
}

/// <param name="Authority">E.g. KT. VIỆN TRƯỞNG; empty: none.</param>
/// <param name="Recipients">Nơi nhận, each without its dash.</param>
internal sealed record SignatureBlock(string Authority, string Title, string Name, IReadOnlyList<string> Recipients)
{
    public const string RecipientsLabel = "Nơi nhận:";
}

/// <param name="Number">Roman, e.g. II.</param>
/// <param name="Attached">Kèm theo Báo cáo số … ngày …</param>
internal sealed record Annex(string Number, string Title, string Attached, IReadOnlyList<Block> Blocks)
{
    public string Heading => $"Phụ lục {Number}";

    /// <summary>One wide table turns all of it, so that it is read without turning the sheets to and fro.</summary>
    public bool IsLandscape => Blocks.Any(block => block is Block.Table { IsWide: true });
}
