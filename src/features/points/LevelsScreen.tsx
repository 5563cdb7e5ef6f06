import { View } from '@tarojs/components';
import { classes } from '../../kit/classes';
import { useAsk } from '../../kit/useAsk';
import { askAsMember } from '../../stores/askAsMember';
import { Ask } from '../../ui/Ask';
import { Icon } from '../../ui/Icon';
import { Page } from '../../ui/Page';
import { Pill } from '../../ui/Pill';
import { Progress } from '../../ui/Progress';
import { Bone, Skeleton } from '../../ui/Skeleton';
import {
  growthSays,
  keepSay,
  levelPercent,
  nextLevelSay,
  type Level,
  type MyPoints,
} from './words';
import './LevelsScreen.scss';

/** Levels: where I stand, what keeps me there, and what each gives. */
export function LevelsScreen() {
  const state = useAsk(() => askAsMember('points.mine', {}));
  return (
    <Page title="会员等级">
      <Ask state={state} skeleton={<LevelsSkeleton />}>
        {(mine) => (
          <>
            <LevelCard mine={mine} />
            <Levels levels={mine.levels} present={mine.level.level} />
            <HowTo />
          </>
        )}
      </Ask>
    </Page>
  );
}

function LevelCard({ mine }: { mine: MyPoints }) {
  const keep = keepSay(mine);
  return (
    <View className="level-card">
      <View className="level-card__row">
        <View className="level-card__words">
          <View className="level-card__label">当前等级</View>
          <View className="level-card__name">{mine.level.name}</View>
        </View>
        <View className="level-card__sign">
          <Icon name="medal" size="huge" />
        </View>
      </View>
      <View className="level-card__growth">
        <View>成长值 {mine.growth}</View>
        <View>{nextLevelSay(mine)}</View>
      </View>
      <Progress percent={levelPercent(mine)} />
      {keep === null ? null : <View className="level-card__keep">{keep}</View>}
    </View>
  );
}

function Levels({ levels, present }: { levels: readonly Level[]; present: number }) {
  return (
    <View className="levels">
      <View className="levels__title">等级与权益</View>
      {levels.map((level) => (
        <View
          key={level.level}
          className={classes('levels__row', level.level === present && 'levels__row--present')}
        >
          <View className="levels__head">
            <View className="levels__name">{level.name}</View>
            <View className="levels__from">
              {level.growthFrom === 0 ? '入会即享' : `${level.growthFrom} 成长值`}
            </View>
            {level.level === present ? (
              <View className="levels__here">
                <Pill tone="filled">当前</Pill>
              </View>
            ) : null}
          </View>
          <View className="levels__benefits">
            {level.benefits.length === 0
              ? '签到、领券、购物得积分'
              : level.benefits.map((benefit) => (
                  <View key={benefit} className="levels__benefit">
                    <Icon name="check" size="small" />
                    {benefit}
                  </View>
                ))}
          </View>
        </View>
      ))}
    </View>
  );
}

function HowTo() {
  return (
    <View className="level-how">
      <View className="level-how__title">成长值怎么来</View>
      {growthSays.map((say) => (
        <View key={say} className="level-how__say">
          {say}
        </View>
      ))}
    </View>
  );
}

function LevelsSkeleton() {
  return (
    <Skeleton>
      <View className="level-card">
        <Bone shape="line" width="third" />
        <Bone shape="title" width="half" />
        <Bone shape="line" />
      </View>
      <View className="levels">
        {Array.from({ length: 4 }, (_, index) => (
          <View key={index} className="levels__row">
            <View className="levels__head">
              <Bone shape="title" width="most" />
            </View>
            <View className="levels__benefits">
              <Bone shape="line" width="most" />
              <Bone shape="line" width="half" />
            </View>
          </View>
        ))}
      </View>
    </Skeleton>
  );
}
