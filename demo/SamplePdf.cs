using System.Text;

namespace VksServerless.Demo;

/// <summary>A small PDF with one line of text, as an attachment.</summary>
internal static class SamplePdf
{
    /// <param name="line">ASCII.</param>
    public static byte[] Of(string line)
    {
        var text = $"BT /F1 14 Tf 60 780 Td ({line}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(index + 1).Append(" 0 obj\n").Append(body).Append("\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append("xref\n0 6\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            pdf.Append(place.ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        }

        pdf.Append("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
