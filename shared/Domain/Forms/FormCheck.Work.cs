namespace VksServerless.Forms;

/// <summary>What checking one report costs is bounded when the form is published, not when 800 units save their drafts.</summary>
internal sealed partial class FormCheck
{
    /// <summary>Parts of expressions, each evaluated in some 50 nanoseconds: a tenth of a second.</summary>
    internal const long MostWork = 2_000_000;

    private void CheckWork()
    {
        var rows = _form.Fields.Where(field => field.Type is FieldType.Table)
            .ToDictionary(field => field.Code.ToString(), field => ((FieldType.Table)field.Type).MaxRows);
        var work = FormLogic.Of(_form).Work(table => rows.GetValueOrDefault(table));
        Require(
            work <= MostWork, "/rules", "too-much-work", string.Create(
                Vietnamese.Culture,
                $"Công thức và quy tắc của biểu mẫu cần {work:#,0} phép tính cho một báo cáo, tối đa {MostWork:#,0}: giảm số dòng "
                + $"tối đa của bảng kê hoặc số phép tính trên từng dòng."));
    }
}
