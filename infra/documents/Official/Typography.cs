namespace VksServerless.Documents.Official;

/// <summary>Cỡ chữ, khoảng cách: in points (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II).</summary>
internal static class Typography
{
    public const string Face = "Times New Roman";

    /// <summary>Free and of the same widths.</summary>
    public const string FallbackFace = "Tinos";

    public const double Body = 14;
    public const double Table = 11;
    public const double WideTable = 10;
    public const double State = 12;
    public const double Motto = 13;
    public const double Number = 13;
    public const double PageNumber = 13;
    public const double Attached = 13;
    public const double Signer = 13;
    public const double RecipientsLabel = 12;
    public const double Recipients = 11;

    /// <summary>Between paragraphs.</summary>
    public const double Gap = 6;

    /// <summary>1.27 cm.</summary>
    public const double Indent = 36;

    /// <summary>Between text and the rule below it.</summary>
    public const double RuleGap = 4;

    /// <summary>Of lines, as a multiple of the face's own height.</summary>
    public const double Leading = 1.1;

    public static double TableSize(bool wide) => wide ? WideTable : Table;
}
