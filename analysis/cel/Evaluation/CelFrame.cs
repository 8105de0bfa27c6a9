using Rampart.Cel.Values;

namespace Rampart.Cel.Evaluation;

/// <summary>One evaluation: the variables, and what it has cost so far.</summary>
internal sealed class CelFrame(CelValue[] slots, long limit)
{
    private long _cost;

    public CelValue[] Slots => slots;

    public long Cost => _cost;

    public void Charge(long units)
    {
        _cost += units;
        if (_cost > limit)
        {
            throw new CelCancelledException("operation cancelled: actual cost limit exceeded");
        }
    }
}
