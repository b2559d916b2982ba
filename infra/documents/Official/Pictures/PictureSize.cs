namespace VksServerless.Documents.Official.Pictures;

/// <summary>How large drawings stand on paper, in millimetres: their text of 14 units has about 12 points.</summary>
internal static class PictureSize
{
    public const double Width = 110;

    public static double HeightOf(Picture picture) => Width * picture.Height / picture.Width;
}
