using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using VksServerless.Documents.Official.Pictures;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>Charts as metafiles in their own paragraphs, each with its caption below.</summary>
internal sealed class WordPictures(MainDocumentPart main)
{
    private const string PictureUri = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const int EmuPerMillimetre = 36_000;

    private uint _count;

    public IEnumerable<OpenXmlElement> Of(Block.Picture picture, Sheet sheet)
    {
        var relationship = $"rIdPicture{++_count}";
        using (var content = main.AddNewPart<ImagePart>("image/x-emf", relationship).GetStream(FileMode.Create))
        {
            content.Write(Emf.Write(picture.Drawn, PictureSize.WidthOf(picture.Drawn, sheet)));
        }

        var drawing = WordText.Paragraph(WordStyles.Plain, new W.Run(new W.Drawing(Inline(picture, relationship, sheet))))
            .Aligned(W.JustificationValues.Center);
        drawing.ParagraphProperties!.KeepNext = new W.KeepNext();
        drawing.ParagraphProperties.SpacingBetweenLines = new W.SpacingBetweenLines { Before = $"{(int)(Typography.Gap * 20)}" };
        yield return drawing;
        yield return WordText.Paragraph(WordStyles.Caption, picture.Name);
    }

    private Wp.Inline Inline(Block.Picture picture, string relationship, Sheet sheet)
    {
        var (width, height) = ((long)(PictureSize.WidthOf(picture.Drawn, sheet) * EmuPerMillimetre),
            (long)(PictureSize.HeightOf(picture.Drawn, sheet) * EmuPerMillimetre));
        return new Wp.Inline(
            new Wp.Extent { Cx = width, Cy = height },
            new Wp.DocProperties { Id = _count, Name = $"Hình {_count}", Description = picture.Name },
            new A.Graphic(new A.GraphicData(new Pic.Picture(
                new Pic.NonVisualPictureProperties(
                    new Pic.NonVisualDrawingProperties { Id = _count, Name = $"Hình {_count}" },
                    new Pic.NonVisualPictureDrawingProperties()),
                new Pic.BlipFill(new A.Blip { Embed = relationship }, new A.Stretch(new A.FillRectangle())),
                new Pic.ShapeProperties(
                    new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }),
                    new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
            {
                Uri = PictureUri,
            }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
    }
}
