namespace VksServerless.Documents.Official;

/// <summary>Khổ giấy: A4 and its margins in millimetres (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I).</summary>
internal sealed record Sheet(double Width, double Height)
{
    public const double Top = 20;
    public const double Bottom = 20;
    public const double Left = 30;
    public const double Right = 15;

    /// <summary>Of the page number, from the edge of the sheet.</summary>
    public const double Header = 10;

    public static Sheet Portrait { get; } = new(210, 297);

    public static Sheet Landscape { get; } = new(297, 210);

    public double TextWidth => Width - Left - Right;

    public bool IsLandscape => Width > Height;

    public static Sheet For(bool landscape) => landscape ? Landscape : Portrait;
}
