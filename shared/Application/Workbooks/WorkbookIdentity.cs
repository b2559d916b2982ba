using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Application.Workbooks;

/// <summary>What a workbook says it is; it stands hidden in the file and proves nothing about who filled it in.</summary>
/// <param name="Draft">ETag of the draft that it was made from; <see cref="ETag.None"/>: there was no draft.</param>
public sealed record WorkbookIdentity(FormRef Form, CycleId Cycle, UnitCode Unit, ETag Draft)
{
    /// <returns>Null when it is the workbook of this unit and cycle, made of the form's version that the cycle asks.</returns>
    public Refusal? Check(FormRef form, CycleId cycle, UnitCode unit) =>
        Unit != unit ? WorkbookRefusals.OtherUnit(Unit, unit)
        : Form.Code != form.Code || Cycle != cycle ? WorkbookRefusals.OtherCycle
        : Form.Version != form.Version ? WorkbookRefusals.OtherVersion(Form, form)
        : null;
}
