// What instruments call their steps: the same as record/instruments/ (a parity test compares).

const LEUVEN = ["Extremely low", "Low", "Moderate", "High", "Extremely high"];
export const SCALES = {
  leuven_wellbeing: { name: "Leuven well-being", least: 1, labels: LEUVEN },
  leuven_involvement: { name: "Leuven involvement", least: 1, labels: LEUVEN },
  engagement: {
    name: "Engagement model",
    least: 0,
    labels: ["No focus", "Emerging or fleeting", "Partly sustained", "Mostly sustained", "Fully sustained"],
  },
  zones: { name: "Zones", least: 1, labels: ["Blue", "Green", "Yellow", "Red"] },
};

export const AREAS = {
  exploration: "Exploration",
  realisation: "Realisation",
  anticipation: "Anticipation",
  persistence: "Persistence",
  initiation: "Initiation",
};

export const HELP = {
  independent: "Independent",
  gesture: "Gesture",
  verbal: "Verbal",
  model: "Model",
  partial_physical: "Partial physical",
  full_physical: "Full physical",
};

export const RULES = { momentary: "Momentary", partial: "Partial interval", whole: "Whole interval" };

export const ATTAINMENTS = {
  "-2": "Much less than expected",
  "-1": "Less than expected",
  0: "As expected",
  1: "More than expected",
  2: "Much more than expected",
};
