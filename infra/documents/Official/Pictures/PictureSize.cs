namespace VksServerless.Documents.Official.Pictures;

/// <summary>How large drawings stand on paper, in millimetres: their text of 14 units has about 12 points.</summary>
internal static class PictureSize
{
    private const double MostWidth = 110;

    public static double WidthOf(Picture picture, Sheet sheet) =>
        Math.Min(MostWidth, MostHeight(sheet) * picture.Width / picture.Height);

    public static double HeightOf(Picture picture, Sheet sheet) => WidthOf(picture, sheet) * picture.Height / picture.Width;

    /// <summary>With its caption it fits on a page.</summary>
    private static double MostHeight(Sheet sheet) => (sheet.Height - Sheet.Top - Sheet.Bottom) * 0.8;
}
